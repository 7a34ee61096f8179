/** A lazy chunk, which the server loads while it renders. */
export default function Details({ article }) {
  return (
    <p className="shop-details">
      One {article}, from the {RELEASE} release.
    </p>
  );
}
