export default function mount(selector: string): void {
  void selector;
}
