import { useAuth } from "./surface";
useAuth().pending;
