import type { FedsealError } from "@fedseal/runtime";
import { Component, type JSX, lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from "react";
import { current, subscribe } from "./refusals";
import "./Shell.css";

const Button = lazy(() => import("shop/Button"));

/** The page: its own bar, and the shop's button, which may fail without taking the page with it. */
export default function Shell(): JSX.Element {
  const [count, setCount] = useState(1);
  const [basket, setBasket] = useState(0);
  const refusals = useSyncExternalStore(subscribe, current);
  return (
    <>
      <header className="shell-bar">
        <strong>shell</strong>
        <fieldset className="shell-count">
          <legend>Books</legend>
          <button type="button" aria-label="One less" disabled={count === 1} onClick={() => setCount(count - 1)}>
            −
          </button>
          <output>{count}</output>
          <button type="button" aria-label="One more" onClick={() => setCount(count + 1)}>
            +
          </button>
        </fieldset>
        <span className="shell-basket">Basket: {basket}</span>
      </header>
      <main>
        <Boundary fallback={(error) => refusals.length === 0 && <Failure error={error} />}>
          <Suspense fallback="The shop is loading…">
            <Button onBuy={() => setBasket(basket + count)}>
              {count === 1 ? "Buy the book" : `Buy ${count} books`}
            </Button>
          </Suspense>
        </Boundary>
        {refusals.map((error) => (
          <Refusal key={`${error.code} ${error.url}`} error={error} />
        ))}
      </main>
    </>
  );
}

/** React takes a whole page down for an error that nobody catches; a remote is somebody else's code. */
class Boundary extends Component<{ children: ReactNode; fallback(error: unknown): ReactNode }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error ? this.props.fallback(this.state.error) : this.props.children;
  }
}

function Failure({ error }: { error: unknown }): JSX.Element {
  return (
    <section className="shell-notice" role="alert">
      <h1>The shop could not be loaded</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
    </section>
  );
}

type Refused = FedsealError & { expected?: string; actual?: string };

/** What fedseal says, in place of a hole in the page. */
function Refusal({ error: { code, message, url, expected, actual } }: { error: Refused }): JSX.Element {
  return (
    <section className="shell-notice" role="alert" data-code={code} data-url={url}>
      <h1>A part of the shop was refused</h1>
      <p>
        {expected
          ? "These are not the bytes that were sealed. None of them ran."
          : code.startsWith("ERR_FEDSEAL_SIGNATURE")
            ? "This is not what the shop signed, so nothing of it ran."
            : "It cannot be checked, so nothing of it ran."}
      </p>
      <dl>
        <dt>Code</dt>
        <dd>{code}</dd>
        {url && (
          <>
            <dt>File</dt>
            <dd>{url}</dd>
          </>
        )}
        {expected && (
          <>
            <dt>Expected</dt>
            <dd>{expected}</dd>
          </>
        )}
        {actual && (
          <>
            <dt>Actual</dt>
            <dd>{actual}</dd>
          </>
        )}
        {!expected && (
          <>
            <dt>Why</dt>
            <dd className="shell-text">{message.replace(`${code}: `, "")}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
