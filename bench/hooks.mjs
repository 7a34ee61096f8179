// CPU time inside the hooks of one plugin: what a whole build hides in its own ups and downs.
import { stopwatch } from "./measure.mjs";

/**
 * Measures what the taps of a plugin cost in a compiler. Call it before the plugin is applied. All threads of the process count,
 * also those of the bundler, which waits for its plugins in these hooks. The result, when called, is the sum since the last call,
 * in ms.
 */
export function cpuInHooks(compiler, plugin) {
  let sum = 0;
  const register = (tap) => (tap.name === plugin ? { ...tap, fn: timed(tap.fn, (cpu) => (sum += cpu)) } : tap);
  const { thisCompilation, emit, afterEmit } = compiler.hooks;
  for (const hook of [thisCompilation, emit, afterEmit]) hook.intercept({ register });
  thisCompilation.tap({ name: "bench", stage: Number.NEGATIVE_INFINITY }, ({ hooks }) => {
    for (const hook of [hooks.finishModules, hooks.processAssets]) hook.intercept({ register });
  });
  return () => {
    const since = sum;
    sum = 0;
    return since;
  };
}

function timed(run, count) {
  return (...args) => {
    const stop = stopwatch();
    const done = (value) => {
      count(stop().cpu);
      return value;
    };
    const result = run(...args);
    return result instanceof Promise ? result.then(done) : done(result);
  };
}
