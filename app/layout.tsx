import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { themeCss } from "@/simulations/ui/design/theme-css";
import { tokens } from "@/simulations/ui/design/tokens";
import { BackKeeper } from "./_components/back-keeper";
import { FontPreloads } from "./_components/font-preloads";
import { IconSprite } from "./_components/icon-sprite";
import { NotebookKeeper } from "./_components/notebook-keeper";
import { missingScript, themeScript } from "./_state/theme-script";
import "./fonts.css";
import "@/simulations/ui/design/design.css";
import "./layout.css";

const base = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

export const metadata: Metadata = {
  title: { default: "Driftlab: what happens to a model before and after it ships", template: "%s · Driftlab" },
  description:
    "Fifteen lessons in which you train small models in your own browser, change the world around them, and learn to keep them working.",
  referrer: "no-referrer",
  manifest: `${base}/manifest.webmanifest`,
  // A picture for links that are passed on needs a whole address: SITE_URL names the host.
  ...(process.env.SITE_URL && {
    metadataBase: new URL(process.env.SITE_URL),
    openGraph: { images: [{ url: `${base}/social.png`, width: 1200, height: 630 }] },
  }),
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: tokens.light["--page"] },
    { media: "(prefers-color-scheme: dark)", color: tokens.dark["--page"] },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script of the head sets data-theme before React is there.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text, hashed in the page's policy */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the same */}
        <script dangerouslySetInnerHTML={{ __html: missingScript }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from the tokens */}
        <style dangerouslySetInnerHTML={{ __html: themeCss }} />
        <FontPreloads />
      </head>
      <body>
        {/* The style sheets hide it: it is seen where they were not found. */}
        <p className="host-hint">
          {`This page was built to stand at ${base}/ of a web server, and its files were not found there. For another folder build it with BASE_PATH=/folder; to look at it on this machine use npm start instead of opening the file.`}
        </p>
        {/* Seen where scripts are off (nothing set data-theme) or one of them is missing. */}
        <p className="script-hint ui">
          This page can be read, but its experiments and questions do not work: some of its scripts could not be loaded,
          or JavaScript is off. Reload the page; if that does not help, allow JavaScript for this site.
        </p>
        <a href="#main" className="dl-solid skip-link screen-only">
          Skip to the text
        </a>
        <IconSprite />
        <NotebookKeeper />
        <BackKeeper />
        {children}
      </body>
    </html>
  );
}
