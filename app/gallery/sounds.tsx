"use client";

/** Sounds as the lessons show them: clips in a list, one that fails, and one sound by itself. */
import { useMemo, useState } from "react";
import { Clip, ClipList } from "@/simulations/ui/sound/clips";
import { PlayButton } from "@/simulations/ui/sound/play-button";
import { glide } from "@/simulations/ui/sound/sample";
import { scaleOf } from "@/simulations/ui/sound/sound-charts";
import { SoundPictures } from "@/simulations/ui/sound/sound-pictures";

function useTones() {
  return useMemo(() => {
    const tones = [
      glide(1, 0.32, 0.71, 300, 900),
      glide(1.2, 0.2, 0.6, 2400, 1200, 0.9),
      glide(1, 0.5, 0.9, 500, 500, 0.06),
    ];
    return { tones, scale: scaleOf(tones) };
  }, []);
}

const failing = () => Promise.reject(new Error("The worker did not answer."));
const kept = [{ kind: "field", from: 0.3, to: 0.75, label: "sent" }] as const;

export function Sounds() {
  const { tones, scale } = useTones();
  const [moment, setMoment] = useState<number>();
  const [show, setShow] = useState<"both" | "waveform">("both");
  const first = tones[0]!;
  return (
    <section className="gallery-kind" data-gallery="sound" aria-label="sound">
      <h2>sound</h2>
      <p className="gallery-knobs">
        <label>
          <input
            type="checkbox"
            checked={show === "waveform"}
            onChange={(event) => setShow(event.target.checked ? "waveform" : "both")}
          />{" "}
          Waveform only
        </label>
      </p>
      <ClipList label="Tones" show={show} scale={scale}>
        {tones.map((tone, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tone is its place
          <Clip key={i} name={`Clip ${i + 1}`} load={() => Promise.resolve(tone)}>
            <label>
              Your label <input type="text" />
            </label>
          </Clip>
        ))}
        <Clip name="Clip 4" load={failing} />
      </ClipList>
      <h2>one sound</h2>
      <PlayButton name="the tone" load={() => Promise.resolve(first)} onMoment={setMoment} />
      <SoundPictures sound={first} name="Tone" marks={kept} moment={moment} />
    </section>
  );
}
