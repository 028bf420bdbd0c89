import solid from "vite-plugin-solid";

import { settings } from "../shared/vite.js";

export default settings("solid", solid());
