import { Card } from "./surface";
export const c = <Card tone="a"><Card.Header title="x" /><Card.Body>y</Card.Body></Card>;
