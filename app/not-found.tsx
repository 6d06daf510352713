import Link from "./_components/intent-link";
import { PlainPage } from "./_components/plain-page";

export default function NotFound() {
  return (
    <PlainPage kicker="Page not found" title="This page does not exist">
      <p className="lead">
        The course has no page at this address.{" "}
        <Link href="/" className="dl-link">
          The course map
        </Link>{" "}
        shows every lesson.
      </p>
    </PlainPage>
  );
}
