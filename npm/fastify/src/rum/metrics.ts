import { Counter, Histogram, Registry } from "prom-client";
import type { RolloutState } from "../releases/state.js";
import { type ChannelRelease, isCurrent, UNKNOWN } from "./count.js";

/** Counts of this process, in the form of Prometheus. */

/** Seconds; loads are of files over networks. */
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const RELEASE = ["mf_remote", "mf_release", "mf_channel", "org"];
const FAILURE = [...RELEASE, "error_type"];
const POLICY = ["org", "error_type"];

export class Metrics {
  readonly #registry = new Registry();
  readonly #loads = this.#counter("mf_loads_total", "Loads of modules, with those that failed.", RELEASE);
  readonly #failures = {
    error: this.#counter("mf_load_errors_total", "Loads that failed, but for refusals.", FAILURE),
    refusal: this.#counter("mf_refusals_total", "Loads that fedseal refused.", FAILURE),
    manifest: this.#counter("mf_manifest_errors_total", "Manifests that could not be used.", FAILURE),
  };
  readonly #policy = this.#counter("mf_policy_errors_total", "Requests that a page's policy stopped.", POLICY);
  readonly #dropped = this.#counter("mf_events_dropped_total", "Events that are not counted.", ["reason"]);
  readonly #seconds = new Histogram({
    name: "mf_load_duration_seconds",
    help: "How long loads took that did not fail.",
    labelNames: ["mf_remote", "mf_channel"],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  /** What has labels, so that it can be forgotten. */
  readonly #series = new Map<string, { counter: Counter; of: ChannelRelease; labels: Record<string, string> }>();
  readonly #timed = new Map<string, { mf_remote: string; mf_channel: string }>();

  load(of: ChannelRelease, org: string, seconds?: number): void {
    this.#add(this.#loads, of, { org });
    if (seconds === undefined) return;
    const labels = { mf_remote: of.remote, mf_channel: of.channel };
    this.#timed.set(JSON.stringify(labels), labels);
    this.#seconds.observe(labels, seconds);
  }

  failure(kind: "error" | "refusal" | "manifest", of: ChannelRelease, org: string, type: string): void {
    this.#add(this.#failures[kind], of, { org, error_type: type });
  }

  policy(org: string, type: string): void {
    this.#policy.counter.inc({ org, error_type: type });
  }

  dropped(reason: string, by = 1): void {
    this.#dropped.counter.inc({ reason }, by);
  }

  /** Forgets the releases that the state has no more. */
  keep(state: RolloutState): void {
    for (const [key, { counter, of, labels }] of this.#series) {
      if (isCurrent(state, of)) continue;
      counter.remove(labels);
      this.#series.delete(key);
    }
    for (const [key, labels] of this.#timed) {
      if (labels.mf_remote === UNKNOWN || Object.hasOwn(state.remotes, labels.mf_remote)) continue;
      this.#seconds.remove(labels);
      this.#timed.delete(key);
    }
  }

  get type(): string {
    return this.#registry.contentType;
  }

  /** The same text for the same counts, in whatever order they came. */
  async text(): Promise<string> {
    const blocks = (await this.#registry.metrics()).trim().split("\n\n");
    return `${blocks.map(sorted).join("\n\n")}\n`;
  }

  #add({ name, counter }: { name: string; counter: Counter }, of: ChannelRelease, more: Record<string, string>): void {
    const labels = { mf_remote: of.remote, mf_release: of.release, mf_channel: of.channel, ...more };
    this.#series.set(JSON.stringify([name, labels]), { counter, of, labels });
    counter.inc(labels);
  }

  #counter(name: string, help: string, labelNames: string[]) {
    return { name, counter: new Counter({ name, help, labelNames, registers: [this.#registry] }) };
  }
}

/** A metric's samples in the order of their labels; the buckets of a histogram stay in their own. */
function sorted(block: string): string {
  const lines = block.split("\n");
  const comments = lines.filter((line) => line.startsWith("#"));
  const samples = lines.filter((line) => !line.startsWith("#"));
  const labelsOf = (line: string) =>
    line
      .slice(line.indexOf("{"))
      .replace(/[{,]le="[^"]*"/, "")
      .replace(/^,/, "{")
      .replace(/ [^ ]*$/, "");
  return [
    ...comments,
    ...samples.sort((a, b) => (labelsOf(a) < labelsOf(b) ? -1 : labelsOf(a) > labelsOf(b) ? 1 : 0)),
  ].join("\n");
}
