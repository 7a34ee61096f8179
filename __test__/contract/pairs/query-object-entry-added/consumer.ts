import { useQuery } from "./surface";
useQuery("me").data.id.trim();
