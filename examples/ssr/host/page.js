import { Writable } from "node:stream";
import { createElement as h } from "react";
import { renderToPipeableStream } from "react-dom/server";

/** Milliseconds for all lazy parts of a page. */
const PATIENCE = 10_000;

/** The page around a remote. React escapes every text and attribute in it. */
export function page({ Component, styles }) {
  return shell(
    // The browser compares the styles, too, with what the sealed manifest says.
    styles.map(({ href, integrity, crossorigin }) =>
      h("link", { key: href, rel: "stylesheet", href, integrity, crossOrigin: crossorigin }),
    ),
    h(Component, null, "Buy"),
  );
}

/** The page without a remote. */
export function fallback(explanation, code) {
  return shell(
    [],
    h("p", { className: "fallback" }, explanation, code && [" (", h("code", { key: "code" }, code), ")"]),
  );
}

function shell(head, content) {
  return h(
    "html",
    { lang: "en" },
    h("head", null, h("meta", { charSet: "utf-8" }), h("title", null, "shell"), head),
    h("body", null, h("h1", null, "The shell"), h("main", null, content)),
  );
}

/**
 * Renders a page to its end. A status cannot be taken back once it is sent, and a lazy chunk may turn out to be
 * tampered with: nothing is sent before everything has arrived.
 *
 * @throws what a component throws, and what a lazy chunk fails with.
 */
export function render(element) {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(element, {
      // Everything stands where it belongs, so that the page needs no scripts.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      // The first failure decides; rejecting again changes nothing.
      onError: reject,
      onShellError(error) {
        clearTimeout(timer);
        reject(error);
      },
      onAllReady() {
        clearTimeout(timer);
        const parts = [];
        const sink = new Writable({
          write(part, _encoding, done) {
            parts.push(part);
            done();
          },
        });
        sink.on("finish", () => resolve(Buffer.concat(parts).toString()));
        pipe(sink);
      },
    });
    const timer = setTimeout(() => abort(new Error(`not rendered within ${PATIENCE} ms`)), PATIENCE);
  });
}
