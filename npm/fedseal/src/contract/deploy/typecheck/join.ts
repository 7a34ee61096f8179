import type { Answer, OneAnswer } from "../matrix.js";

/**
 * Puts the answer of the contracts and that of the shell's compiler side by side: it is no unless both say yes. The
 * compiler knows nothing of ranges, so only answers about names and types can contradict it.
 */
export function joinAnswers(rules: Answer, compiler: OneAnswer): Answer {
  const { deployable, method, reason } = rules;
  const answers = [{ deployable, method, reason }, compiler];
  const decisive = deployable && compiler.deployable !== true ? compiler : rules;
  const base: Answer = {
    deployable: deployable && compiler.deployable === true,
    method: decisive.method,
    reason: decisive.reason,
    answers,
  };
  const isComparable = (method === "names" || method === "types") && compiler.deployable !== null;
  if (!isComparable || deployable === compiler.deployable) return base;
  const disagree = deployable
    ? "the contracts say yes and the shell's compiler says no: a change that the comparison does not see, or sources that are not those that were locked"
    : "the contracts say no and the shell's compiler says yes: this shell has no code that the change breaks, or the comparison is wrong";
  return { ...base, disagree };
}
