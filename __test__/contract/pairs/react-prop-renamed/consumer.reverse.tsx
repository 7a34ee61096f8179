import { Card } from "./surface";
export const view = <Card title="a" />;
