/** What a list of clips says before any of them has come: a server draws it so, and so does a reader without scripts see it. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { Clip, ClipList } from "@/simulations/ui/sound/clips";
import { glide } from "@/simulations/ui/sound/sample";
import type { Shown } from "@/simulations/ui/sound/sound-pictures";

const names = ["Clip 1", "Clip 2", "Clip 3"];

function markupOf(show: Shown, load = async () => glide(1, 0.3, 0.6, 300, 500)): string {
  const clips = names.map((name) =>
    createElement(
      Clip,
      {
        key: name,
        name,
        load,
      },
      createElement("input", { "aria-label": `Word of ${name}` }),
    ),
  );
  return renderToStaticMarkup(createElement(ClipList, { label: "Clips to label", show }, clips));
}

describe("a list of clips", () => {
  it("has a Play button named after each clip, and what belongs to the clip comes after it", () => {
    const items = markupOf("both").split("<li").slice(1);
    expect(items).toHaveLength(names.length);
    items.forEach((item, i) => {
      expect(
        item.match(/<button[^>]*>/g)?.filter((button) => button.includes(`aria-label="Play ${names[i]}"`)),
      ).toHaveLength(1);
      expect(item.indexOf("Play ")).toBeLessThan(item.indexOf("Word of"));
    });
  });

  it("says once what the pictures show and in which units", () => {
    const count = (text: string, part: string) => text.split(part).length - 1;
    const both = markupOf("both");
    expect(count(both, "samples, from −1 to 1</span>")).toBe(1);
    expect(count(both, "power in dB · frequency in Hz</span>")).toBe(1);
    expect(markupOf("waveform")).not.toContain("power in dB");
    expect(markupOf("spectrogram")).not.toContain("samples, from");
  });

  it("asks for no sound before the clip is seen or played", () => {
    const load = vi.fn(async () => glide(1, 0.3, 0.6, 300, 500));
    markupOf("both", load);
    expect(load).not.toHaveBeenCalled();
  });
});
