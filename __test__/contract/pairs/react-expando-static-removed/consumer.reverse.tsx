import { Card, CardList } from "./surface";
export const v = <CardList><Card><Card.Body>b</Card.Body></Card></CardList>;
