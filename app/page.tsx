import { lessons } from "@/lessons";
import { Footer } from "./_components/footer";
import type { Entry } from "./_components/home/course";
import { Home } from "./_components/home/home";
import { ProgressActions } from "./_components/home/progress-actions";
import { lessonContent } from "./_components/notebook/lesson-content";
import { SiteBar } from "./_components/site-bar";

export default async function HomePage() {
  const entries: Entry[] = await Promise.all(
    lessons.map(async ({ slug, part, title, short, experiment, minutes }, i) => ({
      slug,
      part,
      title,
      short,
      experiment,
      minutes,
      number: i + 1,
      cells: (await lessonContent(slug))?.cells.map(({ id }) => id) ?? [],
    })),
  );
  return (
    <>
      <SiteBar />
      <main id="main" tabIndex={-1} className="home page">
        <Home entries={entries} />
      </main>
      <Footer>
        <ProgressActions />
      </Footer>
    </>
  );
}
