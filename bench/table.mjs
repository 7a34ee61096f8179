// Results as Markdown. Nothing in them names the machine or a path of it.
import { cpus, release, type } from "node:os";
import { spread } from "./measure.mjs";

/** What times depend on besides the code. */
export function environment() {
  const all = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: all[0]?.model.trim() ?? "unknown",
    cores: all.length,
    node: process.versions.node,
    os: `${type()} ${release()}`,
  };
}

/** The line that stands above the tables. */
export function environmentText({ date, cpu, cores, node, os }, scale) {
  const share = scale === 1 ? "" : ` **Only ${scale} of the full size: these numbers say little.**`;
  return `${date}; ${cpu}, ${cores} cores; Node ${node}; ${os}. Medians [smallest–largest].${share}`;
}

const TIMES = [
  { key: "cpu", label: "CPU", unit: "ms" },
  { key: "wall", label: "wall", unit: "ms" },
];

/**
 * One table; ratios are those to the first row in the same round. `ratios: false` for rows, or for a column, that are not compared.
 */
export function tableText({ heading, note, rows, columns: all = TIMES, ratios: isCompared = true }) {
  const [base] = rows;
  const columns = all.map((column) => ({ ratios: isCompared, ...column }));
  const ratios = (row, key) => spread(row.samples.map((sample, round) => sample[key] / base.samples[round][key]));
  const lines = rows.map((row) => {
    const cells = columns.flatMap(({ key, unit, ratios: hasRatio }) => {
      const values = spread(row.samples.map((sample) => sample[key]));
      const value = unit === "ms" ? timeText(values) : countText(values, unit);
      if (!hasRatio) return [value];
      return [value, row === base ? "1" : ratioText(ratios(row, key))];
    });
    return `| ${[row.name, ...cells].join(" | ")} |`;
  });
  return [
    `### ${heading}`,
    "",
    `${note} Rounds: ${base.samples.length}.`,
    "",
    `| | ${columns.map(({ label, ratios: hasRatio }) => (hasRatio ? `${label} | ratio` : label)).join(" | ")} |`,
    `| --- |${" ---: |".repeat(columns.reduce((sum, { ratios: hasRatio }) => sum + (hasRatio ? 2 : 1), 0))}`,
    ...lines,
    "",
  ].join("\n");
}

function countText({ median, min, max }, unit) {
  const text = (count) => (unit === "MiB" ? Math.round(count) : count).toLocaleString("en");
  return text(min) === text(max) ? text(median) : `${text(median)} [${text(min)}–${text(max)}]`;
}

function timeText({ median, min, max }) {
  const inSeconds = median >= 10_000;
  const text = (ms) => (inSeconds ? (ms / 1000).toFixed(1) : ms.toFixed(median < 100 ? 1 : 0));
  return `${text(median)} ${inSeconds ? "s" : "ms"} [${text(min)}–${text(max)}]`;
}

function ratioText({ median, min, max }) {
  return `**${median.toFixed(2)}** [${min.toFixed(2)}–${max.toFixed(2)}]`;
}
