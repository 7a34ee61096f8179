export default function mount(options: { into: string }): void {
  void options;
}
