"use client";
/**
 * Round every part of a lesson that can fail by itself: what is loaded late, what computes, what a browser's extension may
 * disturb. The rest of the page stays; the part says what is missing and can be tried again.
 */
import {
  Component,
  type ComponentType,
  createContext,
  lazy,
  type ReactNode,
  useContext,
  useEffect,
  useState,
} from "react";

/** How often the boundary around was tried again: a part that could not be loaded is then asked for anew. */
const Attempt = createContext(0);

/** `React.lazy` that asks again after a failure; lazy itself remembers that it failed. */
export function lazyPart<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  const byAttempt = new Map<number, ComponentType<P>>();
  // biome-ignore lint/correctness/noComponentHookFactories: like React.lazy, called once a module
  return function LazyPart(props: P) {
    const attempt = useContext(Attempt);
    const Part = byAttempt.get(attempt) ?? (lazy(load) as unknown as ComponentType<P>);
    byAttempt.set(attempt, Part);
    return <Part {...props} />;
  };
}

interface BoundaryProps {
  /** What the reader would miss: "the experiment Retraining race". */
  readonly what: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error?: Error | undefined;
  readonly attempt: number;
}

export class PartBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { attempt: 0 };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error, attempt } = this.state;
    if (error)
      return (
        <Missing
          what={this.props.what}
          error={error}
          onRetry={() => this.setState({ error: undefined, attempt: attempt + 1 })}
        />
      );
    return <Attempt value={attempt}>{this.props.children}</Attempt>;
  }
}

const couldNotLoad = ({ name, message }: Error): boolean => /chunk|import|dynamically|load/i.test(`${name} ${message}`);

/** Whether the host of this page answers; undefined until that is known. */
function useHostAnswers(): boolean | undefined {
  const [answers, setAnswers] = useState<boolean>();
  useEffect(() => {
    let here = true;
    fetch(location.pathname, { method: "HEAD", cache: "no-store" }).then(
      ({ ok }) => here && setAnswers(ok),
      () => here && setAnswers(false),
    );
    return () => {
      here = false;
    };
  }, []);
  return answers;
}

function reasonOf(error: Error, hostAnswers: boolean | undefined): string {
  if (!couldNotLoad(error)) return `Something went wrong in this part: ${error.message}`;
  if (hostAnswers === undefined) return "One of its files could not be loaded.";
  return hostAnswers
    ? "One of its files no longer exists: the course was probably updated since you opened this page. Reload the page to get the new version."
    : "One of its files could not be loaded, because this site does not answer. Try again once you are online.";
}

function Missing({ what, error, onRetry }: { what: string; error: Error; onRetry: () => void }) {
  const hostAnswers = useHostAnswers();
  const reason = reasonOf(error, hostAnswers);
  return (
    <div className="part-missing" role="alert">
      <p>
        <strong>{`This part is missing: ${what}.`}</strong>
      </p>
      <p>{`${reason} Settings, answers and guesses are kept.`}</p>
      <p className="dl-row">
        <button type="button" className="dl-solid" onClick={() => location.reload()}>
          Reload the page
        </button>
        <button type="button" className="dl-text-button" onClick={onRetry}>
          Try again
        </button>
      </p>
    </div>
  );
}
