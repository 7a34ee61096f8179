import { useQuery } from "./surface";
useQuery("cart").data.toFixed();
