import { msg } from "@lingui/core/macro";

export const settingsWords = {
  title: msg`This copy of the page is not set up`,
  unreachable: msg`The file settings.json did not come. Check your connection, then load the page again.`,
  missing: (status: string) =>
    msg`There is no file settings.json beside it: the server answers ${status}. Please tell who sent you here.`,
  page: msg`In place of the file settings.json the server sends some page. Please tell who sent you here.`,
  notJson: (where: string) =>
    msg`The file settings.json is no JSON. It breaks here: “${where}”. Please tell who sent you here.`,
  wrong: (field: string) =>
    msg`In the file settings.json, “${field}” is missing or wrong. Please tell who sent you here.`,
  broken: msg`The page could not begin with its file settings.json. Please tell who sent you here.`,
};
