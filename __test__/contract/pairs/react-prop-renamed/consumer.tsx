import { Card } from "./surface";
export const view = <Card heading="a" />;
