import { useQuery } from "./surface";
useQuery("me").data.mail.trim();
