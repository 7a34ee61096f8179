import { parcelId, ship } from "./surface";
ship(parcelId("1"));
