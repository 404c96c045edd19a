/*
 * Copyright 2026 The Spark NER authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/**
 * The command line of Spark NER, which is also its {@code spark-submit} job. Nothing in this module
 * is for programs: what a library's user would want lives in {@code org.sparkner.spark} or in the
 * core.
 *
 * <p>To add a command, write a class {@code NameCommand} with picocli's {@code @Command} in a
 * package of its own, add it to the list of {@code Main}, and test it by {@code
 * CommandLineRun.here("name", …)}. Nothing else names commands: {@code Program} gives it the exit
 * codes and the line of an error, {@code SettingsOptions} {@code --set} and {@code --config},
 * {@code RunFiles} the check that no output is an input, and the launcher finds the command by its
 * place among the arguments. An option that takes a path has {@code PATH}, {@code DIR} or {@code
 * FILE} for its label; the build then writes it into {@code build-tools/path-options}, which is
 * committed with it.
 *
 * <p>This package has the main class and {@code demo}, which runs the other commands. A command has
 * a package of its own ({@code train}, {@code tag}, {@code evaluate}, {@code view}, {@code
 * calibrate}, {@code quantise}, {@code compress}, {@code inspect}, {@code ablate}, {@code imports},
 * {@code check}, {@code interactive} for {@code try}, {@code serve}, {@code init}, {@code
 * vectors}), and none knows another but {@code distill}, which tags and trains, and {@code
 * vectors}, which reads text as {@code tag} does. They stand on what they share: {@code report},
 * {@code documents} and {@code tracking}, {@code labeled}, {@code resource}, {@code model} and
 * {@code input}, on {@code process}, on {@code settings}, on {@code files} and on {@code console}.
 * {@code PackagesTest} holds these arrows.
 */
package org.sparkner.jobs;
