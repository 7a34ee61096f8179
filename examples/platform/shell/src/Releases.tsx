import type { FederatedModule } from "@platform/contracts";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { ask } from "./http";
import type { Remotes } from "./remotes";

interface Canary {
  release: string;
  percent: number;
  stopped?: boolean;
  allow?: string[];
  deny?: string[];
}

interface Answer {
  remotes: Record<string, { stable: { release: string }; canary?: Canary }>;
  loads: {
    remote: string;
    release: string;
    channel: string;
    org: string;
    loads: number;
    errors: number;
    refusals: number;
  }[];
  verdicts: Record<string, { verdict: string; because: string }>;
}

type Table = FederatedModule<"design_system/Table">["default"];

const COLUMNS = [
  { title: "Remote" },
  { title: "Release" },
  { title: "Channel" },
  { title: "Organization" },
  { title: "Loads", isNumber: true },
  { title: "Errors", isNumber: true },
  { title: "Refusals", isNumber: true },
];

/** What is released, how it loads where, and the switch of each canary. */
export function Releases({ remotes }: { remotes: Remotes }) {
  const [Table, setTable] = useState<{ of: Table }>();
  const [answer, setAnswer] = useState<Answer>();
  const [problem, setProblem] = useState<string>();

  const show = useCallback(
    (asked: Promise<unknown>) =>
      asked
        .then(() => ask<Answer>("/api/platform/rollouts"))
        .then(
          (next) => {
            setAnswer(next);
            setProblem(undefined);
          },
          (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
        ),
    [],
  );
  useEffect(() => void show(Promise.resolve()), [show]);
  useEffect(() => {
    remotes.load("design_system/Table").then(
      (module) => setTable({ of: module.default }),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, [remotes]);

  const move = (remote: string) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter as HTMLButtonElement);
    const form = event.currentTarget;
    const order = { action: data.get("action"), percent: Number(data.get("percent")), why: data.get("why") };
    // A reason is for one change.
    const done = () => (form.elements.namedItem("why") as HTMLInputElement | null)?.form?.reset();
    show(ask(`/api/platform/rollouts/${encodeURIComponent(remote)}`, order).then(done));
  };

  return (
    <section>
      <h1>Releases</h1>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {Object.entries(answer?.remotes ?? {}).map(([remote, { stable, canary }]) => (
        <article key={remote} data-remote={remote}>
          <h2>{remote}</h2>
          <p>
            Stable: {stable.release}
            {canary && (
              <>
                {" "}
                · Canary: {canary.release}, {canary.stopped ? "stopped" : sharesOf(canary)}
              </>
            )}
          </p>
          {canary && (
            <form className="canary" onSubmit={move(remote)}>
              <p data-testid="verdict">
                {answer?.verdicts[remote]?.verdict}: {answer?.verdicts[remote]?.because}
              </p>
              <label>
                Share in %{" "}
                <input name="percent" type="number" min={0} max={100} defaultValue={canary.percent} required />
              </label>
              <label>
                Why <input name="why" required maxLength={200} />
              </label>
              <button type="submit" name="action" value="widen">
                {canary.stopped ? "Start" : "Widen"}
              </button>
              {!canary.stopped && (
                <>
                  <button type="submit" name="action" value="promote">
                    Promote
                  </button>
                  <button type="submit" name="action" value="stop">
                    Stop
                  </button>
                </>
              )}
            </form>
          )}
        </article>
      ))}
      {Table && answer && (
        <div className="wide">
          <Table.of
            caption="Loads"
            columns={COLUMNS}
            rows={(answer?.loads ?? []).map((one) => [
              one.remote,
              one.release,
              one.channel,
              one.org,
              one.loads,
              one.errors,
              one.refusals,
            ])}
          />
        </div>
      )}
    </section>
  );
}

/** Who gets it: a share of organizations, those that are named, and those that never do. */
function sharesOf({ percent, allow = [], deny = [] }: Canary): string {
  const named = allow.length > 0 ? `, and ${allow.join(", ")}` : "";
  const never = deny.length > 0 ? `, but not ${deny.join(", ")}` : "";
  return `${percent} %${named}${never}`;
}
