import { article, publish, type Article } from "./surface";
const a: Article = { id: "1", created: new Date(), title: "t" };
publish(a); publish(article(a.id));
