/** Every kind of chart with a sample and its table. Only the development server has this page: its name ends in `.dev.tsx` (next.config.mjs). */
import type { Metadata } from "next";
import { SiteBar } from "../_components/site-bar";
import { Gallery } from "./gallery";

export const metadata: Metadata = { title: "Gallery" };

export default function GalleryPage() {
  return (
    <>
      <SiteBar />
      <main id="main" tabIndex={-1} className="notebook page">
        <header className="lesson-head">
          <div className="lesson-title">
            <h1>Gallery</h1>
            <p className="lead">Every kind of chart, with a sample from a seed, its sentence and its table.</p>
          </div>
        </header>
        <Gallery />
      </main>
    </>
  );
}
