import * as React from "react";
import * as ReactDOM from "react-dom";
import * as client from "react-dom/client";
import * as jsx from "react/jsx-runtime";

// Univer's ready-made scripts look for everything of React under these two names.
Object.assign(window, {
  React: { ...React, ...jsx },
  ReactDOM: { ...ReactDOM, ...client },
});
