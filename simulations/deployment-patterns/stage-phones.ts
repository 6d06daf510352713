/**
 * Which phones are on the belt and the roads, and how far each has come. Pure: the picture asks for places, no clock here.
 *
 * All move at one pace and follow each other at one distance. A phone that leaves the line now is the one of the minute's
 * recorded phones that stood there at this fraction of the minute; nothing about it is made up.
 */
import { lineNames, type ShownPhones } from "./frames";
import type { RoadName, Roads } from "./stage-roads";

/** px a second, and px from phone to phone. */
export const pace = 96;
export const spacing = 26;
/** A verdict is known to the inspectors after so much of the road. */
const knownAfter = 0.62;

export interface Phone {
  /** Which of the drawn phones it is: free ones are used again. */
  readonly slot: number;
  readonly road: RoadName;
  readonly scratched: boolean;
  readonly newLine: boolean;
  /** Audited and misjudged: known once it has come far enough. */
  readonly wrong: boolean;
  /** Looks the same as its twin until the router: drawn from there on. */
  readonly twin: boolean;
  /** Green's verdict on it is not used. */
  readonly copy: boolean;
  travelled: number;
}

export class PhoneStream {
  phones: Phone[] = [];
  private free: number[];
  private sinceLast = 0;

  constructor(
    private readonly roads: Roads,
    slots: number,
  ) {
    this.free = Array.from({ length: slots }, (_, i) => slots - 1 - i);
  }

  /** The picture of one moment, without motion: the minute's phones one after the other along the roads. */
  still(shown: ShownPhones | undefined, mirrored: boolean): void {
    for (const { slot } of this.phones) this.free.push(slot);
    this.phones = [];
    this.sinceLast = 0;
    const { human, blue, green } = this.roads;
    const count = Math.floor(Math.max(human.length, blue.length, green.length) / spacing);
    for (let k = count; k >= 0; k--) this.enter(shown, 1 - k / (count + 1), mirrored, (k + 0.5) * spacing);
  }

  /** Moves all by `px`; the next ones enter at `fraction` of the minute. */
  advance(px: number, shown: ShownPhones | undefined, fraction: number, mirrored: boolean): void {
    for (const phone of this.phones) phone.travelled += px;
    this.phones = this.phones.filter((phone) => {
      const stays = phone.travelled <= this.roads[phone.road].length;
      if (!stays) this.free.push(phone.slot);
      return stays;
    });
    this.sinceLast += px;
    if (this.sinceLast < spacing) return;
    this.sinceLast %= spacing;
    this.enter(shown, fraction, mirrored, this.sinceLast);
  }

  /** Whether the picture may show that the phone was misjudged. */
  isKnown({ wrong, road, travelled }: Phone): boolean {
    const { belt } = this.roads;
    return wrong && travelled - belt > knownAfter * (this.roads[road].length - belt);
  }

  isVisible = ({ twin, travelled }: Phone): boolean => !twin || travelled > this.roads.belt;

  private enter(shown: ShownPhones | undefined, fraction: number, mirrored: boolean, travelled: number): void {
    const count = shown?.second.length ?? 0;
    if (!shown || count === 0) return;
    const i = Math.min(count - 1, Math.max(0, Math.floor(fraction * count)));
    const audited = shown.audited[i] === 1;
    const road = shown.version[i] === 1 ? "green" : "blue";
    const looks = {
      scratched: shown.scratched[i] === 1,
      newLine: shown.line[i] === lineNames.length - 1,
      wrong: false,
      copy: false,
      twin: false,
      travelled,
    };
    this.add({ ...looks, road, wrong: audited && shown.misjudged[i] === 1 });
    if (audited) this.add({ ...looks, road: "human", twin: true });
    if (mirrored && road === "blue") this.add({ ...looks, road: "green", twin: true, copy: true });
  }

  private add(phone: Omit<Phone, "slot">): void {
    if (phone.travelled > this.roads[phone.road].length) return;
    const slot = this.free.pop();
    // More phones than can be drawn: this one is left out.
    if (slot !== undefined) this.phones.push({ ...phone, slot });
  }
}
