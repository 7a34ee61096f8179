export default function extra(): void {}
