import { Topic } from "./surface";
export const wire: "news" | "sport" = `${Topic.News as Topic}`;
