import { Toast, ToastList } from "./surface";
export const App = () => <main><Toast text="saved" icon={<b>!</b>} /><ToastList items={[{ text: "a" }]} /></main>;
