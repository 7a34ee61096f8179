import { useViewer, ViewerProvider, type Viewer } from "./surface";
const hi = (v: Viewer) => "Hi " + v.name; export function Hi() { return <ViewerProvider>{hi(useViewer())}</ViewerProvider>; }
