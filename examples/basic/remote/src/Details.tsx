import "./Details.css";

/** Loaded when something was bought: a lazy chunk with a style sheet of its own. */
export default function Details({ article }: { article: string }) {
  return <p className="shop-details">One {article} is on its way.</p>;
}
