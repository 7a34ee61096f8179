import { useSettings } from "./surface";
useSettings.setState({ language: "fr" });
