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

package org.sparkner;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the core, which point downwards only. */
class ArchitectureTest {
  private static final String ROOT = "org.sparkner.";
  private static final String[] DEEP_LEARNING = {"org.deeplearning4j..", "org.nd4j.."};
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.sparkner");

  @Test
  void noCyclesBetweenPackages() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void coreKnowsNeitherSparkNorHadoopNorScala() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(CORE);
  }

  @Test
  void deepLearningLibrariesStayInNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "network..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DEEP_LEARNING)
        .check(CORE);
  }

  @Test
  void deepLearningTypesAreInNoPublicSignatureOfNetwork() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(ROOT + "network..")
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .arePublic()
        .should(haveNoTypeOf(resideInAnyPackage(DEEP_LEARNING)))
        .check(CORE);
  }

  @Test
  void onnxRuntimeIsKnownToOneClass() {
    noClasses()
        .that()
        .haveNameNotMatching(".*[.]pretrained[.]OnnxGraph([$].*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .check(CORE);
  }

  @Test
  void theLibraryOfTokenizersIsKnownToOneClassAndOnlyByItsNativeFunctions() {
    noClasses()
        .that()
        .haveNameNotMatching(".*[.]pretrained[.]PieceTokenizer([$].*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(CORE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("ai[.]djl[.](?!huggingface[.]tokenizers[.]jni[.]TokenizersLibrary).*")
        .check(CORE);
  }

  @Test
  void nothingReadsOrWritesSerializedObjects() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectOutputStream")
        .check(CORE);
  }

  private static ArchCondition<JavaMethod> haveNoTypeOf(DescribedPredicate<JavaClass> types) {
    return new ArchCondition<>("have no parameter or result that " + types.getDescription()) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean leaks =
            types.test(method.getRawReturnType())
                || method.getRawParameterTypes().stream().anyMatch(types);
        events.add(new SimpleConditionEvent(method, !leaks, method.getFullName()));
      }
    };
  }
}
