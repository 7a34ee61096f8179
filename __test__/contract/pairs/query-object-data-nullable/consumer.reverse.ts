import { useQuery } from "./surface";
useQuery("me").data = null;
