import { AjvCompiler } from "@fastify/ajv-compiler";

const build = AjvCompiler();

/**
 * Validators that change nothing: what a schema does not know is refused and not removed. Only a query, which is text by nature,
 * is read as the numbers and booleans that its schema wants.
 */
export function validators(externalSchemas, { customOptions, ...options }) {
  const compilerOf = (coerceTypes) =>
    build(externalSchemas, {
      ...options,
      customOptions: { ...customOptions, removeAdditional: false, useDefaults: true, coerceTypes },
    });
  const [asText, asIs] = [compilerOf(true), compilerOf(false)];
  return (route) => (route.httpPart === "querystring" ? asText(route) : asIs(route));
}
