import { rspack } from "@rspack/core";

/** Runs a build; throws with the bundler's own words where it fails. */
export async function build(configuration) {
  const compiler = rspack(configuration);
  try {
    const stats = await new Promise((resolve, reject) => {
      compiler.run((error, result) => (error ? reject(error) : resolve(result)));
    });
    if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true, moduleTrace: false }));
  } finally {
    await new Promise((resolve) => compiler.close(resolve));
  }
}
