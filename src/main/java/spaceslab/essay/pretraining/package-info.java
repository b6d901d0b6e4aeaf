/**
 * "预训练一下,Transformer的长序列成绩还能涨不少!" (kexue.fm/archives/9787): training on the task's own inputs
 * before training on its labels. Tasks, models and budgets enter; baselines, pictures and
 * accuracies of both ways leave.
 */
@NullMarked
package spaceslab.essay.pretraining;

import org.jspecify.annotations.NullMarked;
