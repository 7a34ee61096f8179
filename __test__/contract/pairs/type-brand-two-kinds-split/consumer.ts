import { orderId, ship } from "./surface";
ship(orderId("1"));
