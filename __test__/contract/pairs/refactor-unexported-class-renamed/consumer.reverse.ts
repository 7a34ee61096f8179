import { connect, type Url } from "./surface";
const u: Url = "ws://x"; const c = connect(u);
c.send(c.url).then(n => n.toFixed()).finally(() => c.close());
