import { Card } from "./surface";
export const v = <Card raised><Card.Title level={1}>t</Card.Title><Card.Body>b</Card.Body></Card>;
