function draw(): string {
  return "";
}
export { draw as render };
