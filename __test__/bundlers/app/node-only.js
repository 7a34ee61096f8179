export default function greet(name) {
  return import("./version.js").then(({ version }) => `hello ${name}, ${version}`);
}
