/** /code/<simulation>.json: the lines of its source that the experiment shows, fetched when somebody asks for them. */
import { findSimulation, simulations } from "@/simulations/find";
import { readExcerpts } from "../read-excerpts";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => [...simulations.keys()].map((name) => ({ file: `${name}.json` }));

export async function GET(_: Request, { params }: { readonly params: Promise<{ readonly file: string }> }) {
  const { file } = await params;
  const { excerpts } = await findSimulation(file.replace(/\.json$/, "")).excerpts();
  return Response.json(await readExcerpts(process.cwd(), excerpts));
}
