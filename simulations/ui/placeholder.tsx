/** Holds an experiment's place while its code is on its way, near enough its size that the text below hardly moves. */
import "./css/placeholder.css";

export function ExperimentPlaceholder({ title }: { readonly title: string }) {
  return (
    <section className="dl-placeholder" aria-label={title} aria-busy="true">
      <h3>{title}</h3>
      <p>The experiment is being loaded.</p>
    </section>
  );
}
