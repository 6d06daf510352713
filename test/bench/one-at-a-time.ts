/**
 * TensorFlow Playground's way: a graph of node and link objects, one example at a time, gradients gathered over the batch
 * (after tensorflow/playground's nn.ts, written anew from its description).
 */
class Link {
  gradient = 0;
  constructor(
    readonly from: Unit,
    readonly to: Unit,
    public weight: number,
  ) {}
}

class Unit {
  readonly incoming: Link[] = [];
  readonly outgoing: Link[] = [];
  output = 0;
  total = 0;
  blame = 0;
  gradient = 0;
  constructor(
    public constant: number,
    readonly activation: { output(z: number): number; slope(z: number): number },
  ) {}
  update(): number {
    this.total = this.constant;
    for (const link of this.incoming) this.total += link.weight * link.from.output;
    this.output = this.activation.output(this.total);
    return this.output;
  }
}

const tanh = { output: (z: number) => Math.tanh(z), slope: (z: number) => 1 - Math.tanh(z) ** 2 };
const sigmoid = {
  output: (z: number) => 1 / (1 + Math.exp(-z)),
  slope: (z: number) => (1 / (1 + Math.exp(-z))) * (1 - 1 / (1 + Math.exp(-z))),
};
const linear = { output: (z: number) => z, slope: () => 1 };

export interface Graph {
  step(x: Float32Array, y: Float32Array): void;
}

/** @param weight gives first weights */
export function createGraph(inputs: number, hidden: number, batch: number, weight: () => number): Graph {
  const first = Array.from({ length: inputs }, () => new Unit(0, linear));
  const middle = Array.from({ length: hidden }, () => new Unit(weight(), tanh));
  const last = new Unit(0, sigmoid);
  const connect = (from: Unit, to: Unit) => {
    const link = new Link(from, to, weight());
    from.outgoing.push(link);
    to.incoming.push(link);
  };
  for (const unit of middle) {
    for (const input of first) connect(input, unit);
    connect(unit, last);
  }
  const layers = [[last], middle];
  return {
    step(x, y) {
      for (let i = 0; i < batch; i++) {
        first.forEach((unit, d) => {
          unit.output = x[i * inputs + d]!;
        });
        for (const unit of middle) unit.update();
        last.update();
        last.blame = (last.output - y[i]!) / Math.max(1e-9, last.activation.slope(last.total));
        for (const layer of layers) {
          for (const unit of layer) {
            if (unit !== last)
              unit.blame = unit.outgoing.reduce(
                (sum, { weight: w, to }) => sum + w * to.blame * to.activation.slope(to.total),
                0,
              );
            const change = unit.blame * unit.activation.slope(unit.total);
            unit.gradient += change;
            for (const link of unit.incoming) link.gradient += change * link.from.output;
          }
        }
      }
      for (const layer of layers)
        for (const unit of layer) {
          unit.constant -= (0.05 * unit.gradient) / batch;
          unit.gradient = 0;
          for (const link of unit.incoming) {
            link.weight -= (0.05 * link.gradient) / batch;
            link.gradient = 0;
          }
        }
    },
  };
}
