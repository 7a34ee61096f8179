import { notify, notifyAll, type Notification } from "./surface";
const n: Notification = { kind: "text", text: "a" }; notify(n); notify({ kind: "link", href: "/", label: "x" }); notifyAll([n]);
