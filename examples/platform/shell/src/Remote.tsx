import { isFedsealError } from "@fedseal/runtime";
import { usePlatform } from "@platform/context";
import { type ComponentType, useEffect, useState } from "react";
import { Boundary } from "./Boundary";
import { type Remotes, remoteOf } from "./remotes";

/** The pages that remotes give, by the names of their contracts. */
type Page = "admin/Products" | "reports/Revenue";

/** A page of a remote. Whatever happens to the remote, the shell around it stays. */
export function Remote({ remotes, module }: { remotes: Remotes; module: Page }) {
  const name = remoteOf(module);
  const { entitlements } = usePlatform();
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<{ Page?: ComponentType; error?: unknown }>({});
  const isEntitled = entitlements.includes(name);

  useEffect(() => {
    if (!isEntitled) return;
    let isOver = false;
    const done = (next: typeof loaded) => isOver || setLoaded(next);
    setLoaded({});
    remotes.load(module, { again: attempt > 0 }).then(
      ({ default: Page }) => done({ Page }),
      (error: unknown) => done({ error }),
    );
    return () => {
      isOver = true;
    };
  }, [remotes, module, attempt, isEntitled]);

  const again = () => setAttempt(attempt + 1);
  if (!isEntitled) return <p role="alert">Your organization does not have “{name}”.</p>;
  const { Page, error } = loaded;
  const release = remotes.releases[name];
  if (error) return <Failure name={name} error={error} again={again} />;
  if (!Page) return <p aria-busy="true">Loading…</p>;
  return (
    <Boundary key={attempt} fallback={(thrown) => <Failure name={name} error={thrown} again={again} />}>
      <Page />
      <footer className="release">
        {name} {release?.release} ({release?.channel})
      </footer>
    </Boundary>
  );
}

function Failure({ name, error, again }: { name: string; error: unknown; again(): void }) {
  const cause = causeOf(error);
  return (
    <section role="alert" className="notice" data-code={isFedsealError(cause) ? cause.code : undefined}>
      <h1>“{name}” cannot be shown</h1>
      <p>{isFedsealError(cause) ? reasonOf(cause.code) : message(error)}</p>
      {isFedsealError(cause) && (
        <p>
          <code>{cause.code}</code>
        </p>
      )}
      <button type="button" onClick={again}>
        Try again
      </button>
    </section>
  );
}

function reasonOf(code: string): string {
  return /_(FETCH|TIMEOUT)$/.test(code)
    ? "It cannot be had at the moment: its server does not answer, or a file is not there."
    : "What was loaded is not what its team released, so nothing of it ran.";
}

/** Module Federation wraps what fedseal throws. */
function causeOf(error: unknown): unknown {
  return isFedsealError(error) || !(error instanceof Error) || error.cause === undefined ? error : causeOf(error.cause);
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
