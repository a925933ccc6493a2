import type { MessageDescriptor } from "@lingui/core";
import { count, dateTime } from "../../content/format.ts";
import { deskWords } from "../../content/words/desk.ts";
import type { Task } from "./tasksOf.ts";

const { tasks } = deskWords;

/** What waits, in a sentence. */
export function sayTask(task: Task): MessageDescriptor {
  if (task.does === "raiseLimit") return tasks.raiseLimit(count(task.count), dateTime(task.until));
  if (task.does === "watchReview") return tasks.watchReview(dateTime(task.until));
  if (task.does === "finishReview" || task.does === "fillOffice") return tasks[task.does];
  return tasks[task.does](task.count);
}
