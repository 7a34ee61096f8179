export function create(): string {
  return "app";
}
export default create;
