import { Topic } from "./surface";
export const wire: "headlines" | "sport" = `${Topic.News as Topic}`;
